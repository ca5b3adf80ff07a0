"""Turns a folder of documents into a dated newsletter, and mails it to the members of a forum.

Only the modules here know Prefect; `newsroom` says what happens, and data walks one way through it.

    __main__      the command line; `commands` holds what each command does
    console       what the coordinator sees

Drafting an issue:

    newsletter    the flow, its stages in order
    fetch         the pages and feeds of the reading list
    ingest        which documents there are
    learning      what corrections taught
    clean, summarise, categorise    the stages of a batch
    shelf         where the work on a batch lies between them
    recipe        all that the work depends on besides its documents
    runners       where batches are worked on
    printing      from an edited issue to the output folder
    render        its editions
    archiving     the pages and feeds of the archive
    artifacts     what a run leaves in Prefect
    outcomes      how it can end
    drafting      the same by hand
    explaining    what is read in one document, and why

Sending it:

    delivery      the flow
    assessing     a mailing as things stand, and every reason against it
    asking        a person approves it in Prefect
    releasing     approving it, and letting it go
    publishing    when its stories count as read; corrections on its page
    postage       how its letter is made
    whereabouts   whether mail may be sent from here, or another place or database knows more
    channel       by what way mails go out
    password      the mail account's, where Prefect keeps it
    handover      asking for a run at a time to come
    sending       the same by hand
    collection    the flow that reads the letterbox every day
    incoming      what came in there
    office        the open database, the keys and the clock

Keeping it going:

    serving       `standfirst serve`
    deployments   what it offers
    late_runs     one run for the newest date that was missed
    lifeline      a run ends with whoever started it
    local_server  a Prefect server of our own
    surroundings  what Prefect must be told before it is imported
    sealing       nothing that a document says reaches Prefect
    doctor        whether everything is there
    new_forum     the folder of a new forum
"""
