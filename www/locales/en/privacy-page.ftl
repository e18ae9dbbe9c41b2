# The page of privacy, which is built from www/privacy.html. Only the build reads these words.

privacy-page-title = Privacy
privacy-page-description = What keeps a trial's data in your browser, what does not, and how to check it
privacy-page-lead = The people in a trial gave their answers to the researcher, not to a website. This page says what keeps their data in your browser, who enforces it, what it does not cover, and how to check all of it yourself.
privacy-page-foot = Prepost computes in your browser.

privacy-page-enforced = What is enforced, and by whom
privacy-page-lock = Before it reads anything of a file (dropped, chosen, pasted, or the example) the page <b>locks itself</b>: it adds a policy to itself. From then on <b>your browser</b>, not Prepost, refuses the page's requests, to every server, the page's own included. The line with the lock on the page says since when.
privacy-page-policy = This is the policy that it adds, in the words that the browser reads:
privacy-page-refused = <b>Refused:</b> fetches, beacons, sockets and event streams, images, scripts, fonts, styles, frames and media from any address, forms, and code loaded later. <b>Allowed:</b> what is in the page's own memory (<c>blob:</c>, <c>data:</c>), such as a figure that you save.
privacy-page-for-good = <b>It cannot be taken back.</b> A policy can be added to a page but not removed or loosened; taking its line out of the page changes nothing. Only a reload starts again, without your data.
privacy-page-worker = <b>It holds for the computing too.</b> The workers that compute are made from memory after the lock and inherit its policy; one that was there before it, because you opened a link, is ended and replaced. A worker that is loaded from an address would not.
privacy-page-code = <b>Only the page's own code runs.</b> From the beginning, another policy admits scripts from the page's own server only, never text that turned up in the page. The browser checks each against a hash that stands in the page. Nothing comes from a third party: no fonts, no analytics, no advertisements.
privacy-page-tested = <b>It is tested.</b> The project's tests attempt each of these ways out, in the page and in a worker, in Chromium, Firefox and WebKit, and look into the server's own log: nothing may arrive.

privacy-page-not = What is not
privacy-page-not-lead = A policy of the page binds the page. It does not bind what stands above or beside it:
privacy-page-extensions = <b>Browser extensions</b> that you allowed to read pages can read this one, and send what they read. Most are off in a private window.
privacy-page-neighbours = <b>Neighbours on the same address.</b> Browsers keep addresses apart by their host name, not by folders. Where the part before the first single slash is shared with other sites, as on <c>user.github.io</c>, a page of theirs could hook itself into this one at your first visit. From the second visit on your browser keeps out pages that open or frame it, and every file of the program is checked again each time; a neighbour that controls the whole address is not kept out. Look for a copy of Prepost that has an address of its own.
privacy-page-host = <b>The host.</b> Whoever serves this page, or breaks into that server, could serve other code. The steps below show what you were served. For data that must not depend on a host, keep a copy of the site and serve it from your own machine.
privacy-page-system = <b>Your computer.</b> The operating system, other programs, whoever shares it or looks at your screen in a call. Files that you save from the page are kept by you, and the report can name participants, such as those who are left out.

privacy-page-foreign = What foreign code in the page could still do
privacy-page-foreign-lead = None is there: the policies keep it out, and none of the following is in Prepost’s own code, which a test of the project searches. But a lock that is to be trusted has to say what it does not stop. Each of these was tried from code put into the locked page, and carries data out of it:
privacy-page-foreign-leave = <b>Leaving:</b> opening another address, in this tab or in a new one, by a link, a saved link, <c>location</c>, <c>window.open</c>, a refresh or the page’s history. An address can carry data.
privacy-page-foreign-windows = <b>Other pages of this site:</b> Prepost opened a second time is not locked yet, and the server’s page for what is not found has no policy. The pages on methods and privacy admit no request.
privacy-page-foreign-later = <b>Something for later:</b> a cookie goes with the next request to this server, and what is written into a storage of the browser, or told to another open page of this address, can be sent by code of a later visit.
privacy-page-foreign-calls = <b>Calls by WebRTC</b> from browser to browser. A rule against them has been proposed (<c>webrtc 'block'</c>), but the browsers that we test do not know it. Browsers can also look up a server’s name or connect to it ahead of a request.
privacy-page-never = <b>What Prepost itself never does:</b> it opens no address by itself, makes no call, and writes to no storage but for its own program. Its links lead to its own pages, and those of its page on methods to the sources, and they carry nothing.

privacy-page-kept = What the page keeps
privacy-page-nothing = <b>Nothing.</b> No cookies, no storage, no account. The file, the design and the report are in the memory of this one page; closing or reloading it forgets them. The title in your browser’s history does not name the file, and what you filled in is not restored after a crash. A test looks into every storage, and through all that Chromium leaves on the disk. What you save goes where your browser puts downloads.
privacy-page-program = Your browser may keep the page's program, so that it opens without a network. Nothing of yours is in it.
privacy-page-server = The server that the page came from knows what every server knows: that a browser at your network's address asked for the page, and when. It was asked before you gave the page a file. From the second visit on, your browser may ask it once more, some seconds after the page is there, whether there is a newer version of the program, even if the page is locked by then: that request is the browser’s, the same at every visit, and has nothing of yours in it. It does not come where the server lets the answer to the page’s own question be kept for some minutes.

privacy-page-link = What a shared link carries, and what it refuses
privacy-page-link-carries = A link is made only when you ask for it, and shows first everything that it carries: the design, with the names of columns, arms, occasions and outcomes as they stand in your file, and your choices; the day, if you register the plan. If you add them, each arm's numbers of participants, means and covariances, and a fingerprint that tells whether two files are the same. No link is made of a file whose header looks like a participant's data.
privacy-page-link-refuses = <b>It refuses numbers that would give somebody away:</b> of arms with fewer than 10 participants in any cell of arm and further factors; of outcomes whose difference would describe fewer than 10; of scores with hardly any different values, or with one participant far from the others; and of so few participants with so many scores that the scores could be computed from the numbers. The last is judged by counting how many other sets of scores would have the same numbers, also for a reader who knows half of an arm.
privacy-page-link-proof = <b>That count is an estimate, not a proof.</b> The project's tests try to compute scores from such numbers, and find many solutions for every small trial whose numbers are let go. They do not cover a reader who knows more than half of an arm or some scores of everybody, nor one who has other numbers of the same participants: make one link with summaries of a trial, not two that differ by few people. Links made by Prepost before this rule can hold numbers from which the scores can be computed.
privacy-page-link-never = No link holds rows, participants' ids, file names, or smallest and largest values as such. It stands behind the <c>#</c> of the address, which browsers do not send to the server. Whoever has the link can read what is in it.

privacy-page-check = How to check
privacy-page-check-lead = With your browser's own tools, which the page cannot reach. Names differ a little between browsers.
privacy-page-check-open = Open Prepost, then the developer tools: F12, or Ctrl+Shift+I, on a Mac Option+Command+I. In Safari, switch on the features for web developers in the advanced settings first.
privacy-page-check-network = <b>Network.</b> Choose this tab, then load the example or drop a file. No request follows. (Entries that begin with <c>blob:</c> or <c>data:</c> are the page's own memory and go nowhere.) Press <b>Try it</b> beside the lock: the request is listed as blocked.
privacy-page-check-console = <b>Console.</b> Type <c>fetch("./")</c> and press Enter. Before a file it succeeds; once the page is locked the browser refuses and names the rule, <c>connect-src 'none'</c>. Any other address is refused likewise.
privacy-page-check-elements = <b>Elements</b> (in Firefox <b>Inspector</b>). Unfold <c>head</c>: there are two lines with <c>http-equiv="Content-Security-Policy"</c>, the page's from the beginning and, last, the lock, as above. Delete it and repeat the step before: still refused.
privacy-page-check-offline = <b>Without a network.</b> Open the page, disconnect the computer, and analyse a file. Everything is computed as before.
