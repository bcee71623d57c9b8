using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Rules;

/// <summary>The words that strong signals are made of, in English and German and a few of French and Spanish.</summary>
internal static class SignalPhrases
{
    private static readonly PhraseBook Book = new(
    [
        (Cue.Invoice,
        [
            "invoice", "invoices", "rechnung", "facture", "factura", "fee note", "bill for"
        ]),
        (Cue.OurInvoice,
        [
            "our invoice", "my invoice", "your bill", "invoice attached", "attached invoice", "attached is invoice", "invoice is attached",
            "here is the invoice",
            "here is my invoice", "find attached our invoice", "unsere rechnung", "anbei die rechnung", "notre facture", "amount due",
            "balance due", "payable within",
            "bitte überweisen", "zahlbar", "please transfer", "please pay", "payment terms", "rechnungsbetrag", "due on receipt"
        ]),
        (Cue.Paid,
        [
            "receipt", "paid with", "payment received", "thank you for your payment", "thank you for your purchase",
            "thanks for your order",
            "thank you for your order", "order confirmation", "was charged", "has been charged", "charged to your", "quittung", "beleg",
            "kaufbeleg",
            "bestellbestätigung", "marked as paid", "proof of payment", "reçu", "recibo", "paid in full", "billed to your"
        ]),
        (Cue.MoneyMoved,
        [
            "we have transferred", "have paid your invoice", "paid your invoice", "just paid", "payment has been sent",
            "made the transfer", "wire went out",
            "you received a payment", "you have received a payment", "credited to your account", "zahlungseingang", "wurde überwiesen",
            "haben wir überwiesen",
            "remittance advice", "payout", "direct debit", "payment reminder", "overdue", "zahlungserinnerung", "mahnung",
            "outstanding balance", "still open",
            "incoming transfer", "outgoing transfer", "payment failed", "late fee", "virement", "payment is on its way",
            "has not been paid", "we paid"
        ]),
        (Cue.Meeting,
        [
            "meeting", "meet", "call", "appointment", "termin", "besprechung", "treffen", "zoom", "coffee", "lunch", "catch up",
            "reschedule", "kick-off",
            "video call", "rendez-vous", "reunión", "invite", "invitation", "slot", "gespräch", "workshop date", "teams", "google meet",
            "interview"
        ]),
        (Cue.Contract,
        [
            "contract", "agreement", "nda", "non-disclosure", "countersign", "countersigned", "signature", "amendment", "vertrag",
            "unterschrift",
            "vereinbarung", "kündigung", "kündigen", "notice of termination", "terms of engagement", "statement of work", "contrat",
            "contrato", "lease", "clause"
        ]),
        (Cue.Complaint,
        [
            "disappointed", "unacceptable", "complaint", "complain", "not what we agreed", "unhappy", "dissatisfied", "refund",
            "poor service", "poor quality",
            "fed up", "reklamation", "beschwerde", "unzufrieden", "damaged", "beschädigt", "mangelhaft", "not satisfied",
            "losing patience", "frustrated",
            "put this right", "worst", "réclamation", "remboursement", "queja", "let down"
        ]),
        (Cue.Bulk,
        [
            "unsubscribe", "abmelden", "abbestellen", "view in browser", "view this email in your browser", "email preferences",
            "manage your preferences",
            "se désabonner", "darse de baja", "mailing list", "you are receiving this", "you receive this", "read online", "opt out"
        ]),
        (Cue.Absent,
        [
            "out of office", "out of the office", "automatic reply", "auto-reply", "abwesenheitsnotiz", "nicht im büro",
            "absence du bureau", "réponse automatique",
            "annual leave", "delivery status notification", "undelivered mail", "could not be delivered"
        ]),
        (Cue.Scam,
        [
            "lottery", "you have won", "inheritance", "beneficiary", "wire fee", "double your", "guaranteed profit", "guaranteed returns",
            "backlinks", "dofollow",
            "first page of google", "first page ranking", "seo services", "seo packages", "gift cards", "viagra", "verify your account",
            "verify your identity",
            "account will be closed", "account will be suspended", "million dollars", "casino", "bitcoin to", "no credit check",
            "claim your", "dear friend",
            "dear beneficiary", "click the link below", "confirm your password", "enter your password", "gewonnen", "next of kin",
            "email lists", "hot singles"
        ]),
        (Cue.Price,
        [
            "quote", "how much", "rates", "what would it cost", "what does it cost", "what do you charge", "your prices", "pricing",
            "angebot", "was kostet",
            "was würde", "preise", "devis", "presupuesto", "cost", "your fee", "day rate", "do you charge", "packages", "offer for",
            "kostenvoranschlag"
        ]),
        (Cue.NewHere,
        [
            "came across", "found you", "found your", "recommended you", "recommended your", "gave us your name", "gave me your name",
            "your services", "are you available",
            "are you taking", "do you offer", "do you take", "looking for a", "looking for someone", "looking for somebody", "wir suchen",
            "ich suche", "anfrage",
            "would you be interested", "new clients", "enquiry", "inquiry", "would like to book", "freie kapazität", "empfohlen",
            "we need a", "i need a"
        ]),
        (Cue.Idea,
        [
            "blog post", "idea for a post", "blog idea", "article about", "write about", "content idea", "idea for a video",
            "podcast episode", "idea for the blog",
            "thema für", "idee für", "next newsletter", "case study about", "carousel", "could be a post", "would make a good post",
            "blog topic"
        ]),
        (Cue.Family,
        [
            "love, mum", "love, dad", "mum", "dad", "mama", "papa", "happy birthday", "kisses", "hugs", "grandma", "grandpa", "bisous",
            "geburtstag", "xx", "xoxo",
            "the kids", "auntie", "darling", "dein bruder", "deine schwester", "oma", "opa"
        ]),
        (Cue.Report,
        [
            "new sign-in", "signed in", "verification code", "password was", "build failed", "build succeeded", "has shipped",
            "has been shipped", "out for delivery",
            "tracking number", "was delivered", "will expire", "backup", "commented on", "mentioned you", "pull request", "storage is",
            "zugestellt", "security alert",
            "shared a", "deployment", "login from", "maintenance window", "your parcel", "ihre sendung", "reset your password"
        ]),
    ]);

    /// <summary>Says which kinds of words stand in a text, in one pass.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The kinds.</returns>
    public static Cue In(TokenText text) => Book.In(text);
}
