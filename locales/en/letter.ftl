# Letters that a person copies and sends. Nothing is sent by the program.

letters-open = Letters
letters-title = Letters to the customer
letters-explain = Filled in from the record. Copy one and send it yourself; then log it.
letters-copy = Copy
letters-copied = The letter is copied
letters-copy-failed = The letter could not be copied. Select its text and copy it by hand.
letters-fitting = fits now
letters-language = Language
letters-kind = Occasion
letters-text = Text
letter_kind-asked = Question received
letter_kind-send_in = Send it in
letter_kind-received = Unit received
letter_kind-quote_waiting = Quote waits
letter_kind-ready = Ready
letter_kind-delayed = Takes longer
letter_kind-refused = Not granted

letter-asked =
    Dear { $name },

    Thank you for your question of { $received }. We will answer it by { $due }. Please have the model and serial number of your device at hand; photos or a short video of the fault help us.
letter-send_in =
    Dear { $name },

    You may send your device to us. Please write this RMA number on the parcel; keep it for all later questions:

    { $numbers }

    Please enclose all accessories, the warranty card, the invoice or receipt, and the signed service application form{ $address ->
        [none] .
       *[other] , and send it to: { $address }
    }
letter-received =
    Dear { $name },

    Your { $model } with the serial number { $serial } reached us on { $received }. Your RMA number is { $rma }.

    Repairs take 10 to 20 working days from that day: we expect to be done by { $target }, at the latest by { $limit }. We will tell you when that changes.
letter-quote_waiting =
    Dear { $name },

    We have examined your { $model } with the serial number { $serial } (RMA number { $rma }). The repair is charged, and our quote waits for your answer. We begin the work only when you agree; you may also have the device returned unrepaired.
letter-ready =
    Dear { $name },

    Your { $model } with the serial number { $serial } (RMA number { $rma }) is ready. Please tell us whether you will collect it or have it sent to you. For collection please bring your receipt.
letter-delayed =
    Dear { $name },

    Your { $model } with the serial number { $serial } (RMA number { $rma }) has been with us since { $received }. We had meant to return it by { $limit } and are sorry that we need longer. We will tell you the new day, and gladly answer your questions.
letter-refused =
    Dear { $name },

    We have carefully examined your { $model } with the serial number { $serial } (RMA number { $rma }). We regret that what you asked for cannot be granted under our After-sales Service Commitment{ $clauses ->
        [none] .
       *[other] {" "}(clause { $clauses }).
    }

    We will gladly make you a quote for a repair, or return the device unrepaired. If you see it differently, please write to us: a colleague will look at it again.
letter-phone = Phone { $phone }
