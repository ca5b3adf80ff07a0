"""Pages made to harm or to deceive whoever reads them; each is made on the spot."""

REAL = "<p>" + "Real text about the forum stays here. " * 20 + "</p>"

REFUSED = {
    "nested boxes": "<html><body>" + "<div>" * 50_000 + REAL,
    "nested bold and italic": "<html><body><p>" + "<b><i>" * 20_000 + REAL,
    "nested tables": "<html><body>" + "<table><tr><td>" * 5_000 + REAL,
    "endless paragraphs": "<html><body>" + "<p>hi</p>" * 200_000,
}

READ = {
    "attribute bomb": "<html><body><p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">" + REAL,
    "endless comments": "<html><body>" + REAL + "<!--" * 100_000,
    "deep but allowed": "<html><body>" + "<div>" * 400 + REAL,
    "nothing closed": "<html><body><ul><li><b><a href='/x'>" + REAL + "<table><tr><td><q>",
    "unseen characters": f"<html><body>{REAL}<p>Sa\x00fe \u202eevil\u202c and \u200bzero&#x202e;\u00ad width</p>",
    "charset that lies": f"<html><head><meta charset=utf-16></head><body>{REAL}</body></html>",
    "data that never end": "<html><script type='application/ld+json'>" + "[" * 100_000 + f"</script><body>{REAL}",
    "an entity bomb": '<!DOCTYPE x [<!ENTITY a "UNSEEN"><!ENTITY b "&a;&a;">]><html><body>' + REAL + "<p>&b;&amp;</p>",
}

HIDDEN = (
    f"<html><body><article>{REAL}<p style='display:none'>UNSEEN</p><div hidden>UNSEEN</div>"
    "<p style='font-size:0'>UNSEEN</p><!-- UNSEEN --><template>UNSEEN</template><noscript>UNSEEN</noscript>"
    "<script>UNSEEN</script><style>UNSEEN</style><dialog>UNSEEN</dialog></article></body></html>"
)
