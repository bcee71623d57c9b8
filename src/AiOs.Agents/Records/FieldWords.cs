using AiOs.Contracts.Records.Schemas;

namespace AiOs.Agents.Records;

/// <summary>How the fields of Records are called in speech, English and German. What stands here needs no colon after it.</summary>
internal static class FieldWords
{
    private static readonly (string Field, string[] Types, string[] Words)[] Spoken =
    [
        ("email", ["client", "vendor"], ["email", "e-mail", "mail", "mail address", "email address", "e-mail address", "mailadresse", "e-mail-adresse"]),
        ("phone", ["client", "vendor"], ["phone", "phone number", "telephone", "mobile", "tel", "telefon", "telefonnummer", "handy"]),
        ("postal-address", ["client", "vendor"], ["address", "postal address", "adresse", "anschrift", "postanschrift"]),
        ("iban", ["client", "vendor", "invoice"], ["iban", "account", "account number", "bank account", "konto", "kontonummer"]),
        ("vat", ["client", "vendor"], ["vat number", "vat id", "ust-id", "ust-idnr", "umsatzsteuer-id"]),
        ("contact", ["client", "vendor"], ["contact", "contact person", "ansprechpartner", "ansprechpartnerin"]),
        ("company", ["client", "vendor"], ["company", "firma"]),
        ("aliases", ["client", "vendor"], ["also called", "also known as", "alias", "auch genannt"]),
        ("name", ["client", "vendor"], ["name", "called", "heißt"]),
        ("since", ["client"], ["client since", "since", "kunde seit", "seit"]),
        ("rate", ["client", "project", "contract", "playbook"], ["rate", "hourly rate", "stundensatz"]),
        ("payment-terms", ["client", "contract", "playbook"], ["payment terms", "payment term", "zahlungsziel", "zahlungsfrist"]),
        ("late-payment-terms", ["playbook"], ["late payment terms", "payment terms for late payers"]),
        ("vat-rate", ["client", "contract", "playbook"], ["vat rate", "vat", "mwst", "mehrwertsteuer", "umsatzsteuer"]),
        ("discount", ["client", "contract"], ["discount", "rabatt"]),
        ("title", ["project", "contract", "content-asset"], ["title", "titel"]),
        ("client", ["project", "contract", "invoice", "content-asset"], ["client", "kunde", "kundin"]),
        ("amount", ["contract", "invoice"], ["amount", "betrag"]),
        ("budget", ["project"], ["budget"]),
        ("due", ["project", "invoice"], ["due", "due date", "fällig", "fällig am"]),
        ("start", ["project"], ["start", "starts", "beginn"]),
        ("starts", ["contract"], ["starts", "from", "beginnt", "ab"]),
        ("ends", ["contract"], ["ends", "until", "endet", "bis"]),
        ("signed", ["contract"], ["signed", "signed on", "unterschrieben", "unterschrieben am"]),
        ("notice", ["contract"], ["notice", "term of notice", "kündigungsfrist"]),
        ("state", ["project", "contract", "invoice", "content-asset"], ["state", "status", "stand"]),
        ("views", ["content-asset"], ["views", "aufrufe"]),
        ("published", ["content-asset"], ["published", "published on", "veröffentlicht", "veröffentlicht am"]),
        ("channel", ["content-asset"], ["channel", "kanal"]),
    ];

    /// <summary>The field that a text begins with, the longest word first.</summary>
    /// <param name="type">The type of Record.</param>
    /// <param name="text">The text.</param>
    /// <returns>The field and what follows it; nothing where it begins with none.</returns>
    public static (string Field, string After)? Find(string type, string text)
    {
        var found = Of(type).Where(one => Begins(text, one.Word)).OrderByDescending(one => one.Word.Length).ToList();
        return found.Count == 0 ? null : (found[0].Field, text[found[0].Word.Length..]);
    }

    private static IEnumerable<(string Word, string Field)> Of(string type) =>
        Spoken.Where(one => one.Types.Contains(type)).SelectMany(one => one.Words.Append(one.Field).Select(word => (word, one.Field)))
            .Concat((type == "playbook" ? [] : RecordType.Find(type)?.Fields ?? []).SelectMany(rule => ((string[])[rule.Name, rule.Label]).Select(word => (word, rule.Name))));

    private static bool Begins(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || text[word.Length] is ' ' or ':' or '=');
}
