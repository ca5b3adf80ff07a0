"""The postroom: an approved issue reaches each member once, and nobody is left out in silence.

    keys          the two secrets that addresses and links are keyed with
    addresses     whether a text can be somebody's address, and the keyed hash that stands for it
    member_files  the rows of a spreadsheet, in and out
    slips         domains that are nearly one that many people use (pure)
    intake        what such a file would change (pure)
    new_members   somebody whom a person puts on the list by hand
    roster        the members, who is suppressed, and who is in the audience
    moving        a member gets another address and stays the same member
    message       one member's mail: headers, text, HTML and the PDF that all copies share
    dkim          signing it, for a mail server that does not
    statuses      what a refusal is about, by its code (pure)
    answers       what a server's answer means for a member's copy (pure)
    channels      what every way to hand over a mail must offer, and how it says that it could not
    clock         the time of day, and waiting
    mailings      what is sent as a whole, and how far it has got
    claims        the right to try one copy once
    ledger        how far each copy has got: compare-and-set moves
    witness       how far it has got, noted outside the state folder
    seat          the place that mail is sent from
    lock          one sender of a mailing at a time
    login         logging in to a mail account with a password or an access token
    smtp          a connection that lets the ledger commit between a mail's body and its last dot
    outbox        the same promise with .eml files in a folder, for forums without a mail server
    rules         when a copy is tried again, given up, and when a run must end (pure)
    breaker       that a server refused everybody, from run to run
    rate          no more mails in a minute than the provider allows, over restarts
    carrier       one connection and the copies that go over it: claim, send, settle
    crew          the carriers side by side
    server_log    doubts settled from the log of a Postfix on this computer
    dispatch      the loop over everybody who is due
    approval      a person's signature under the very bytes and the very audience
    errata        what corrections say, for the page of their issue
    drafts        what a drafted issue says of itself
    custody       what is kept of a mailing in the state folder: above all the bytes that were released
    interlocks    every reason why nothing may go out as things stand (pure)
    bounces       whose fault it is that a mail came back (pure)
    arrivals      what a mail that came in is: a bounce, a complaint, a wish to leave, a machine's answer (pure)
    letterbox     mail that came in: a Maildir, an mbox file or an IMAP account
    imap          the same, from an account at a mail provider, which it only reads
    returns       what is done about it: copies noted, members who left or cannot be reached left out
    collected     what came of it, in plain words
    leaving       the tokens by which people leave
    leave_page    the small page that takes them
    standing      who got it, who did not and why, who is in doubt, what to do next

The promise: nobody is sent the same issue twice by us. If the machine or the connection dies at the wrong moment,
at most one member per connection may or may not have got it; they are listed and a person decides.
"""
