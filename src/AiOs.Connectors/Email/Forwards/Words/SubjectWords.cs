using System.Collections.Frozen;

namespace AiOs.Connectors.Email.Forwards.Words;

/// <summary>Marks that mail programs put before a subject, in all languages: telling an answer from a forward hangs on them.</summary>
internal static class SubjectWords
{
    /// <summary>Marks that say "forwarded"; VS: is left out, it means either.</summary>
    public static readonly FrozenSet<string> Forward = Fold(
        "fwd|fw|fwd.|fw.|wg|weitergeleitet|tr|trans|rv|renv|enc|enc.|reenv|vl|välitetty|vb|doorst|doorgest|pd|przek|prz|i|inoltra|inoltrato|ilt|i̇lt|ynl|yönl|továbbítás|továbbítva|tov|fs|vidarebef|videres|edasi|edast|preposl|přeposl|předáno|" +
        "prosl|proslijeđeno|posr|redir|пересл|перес|переслано|пер|пд|нап|πρθ|πρ|препр|pers|persiųsta|pārs|转发|转|轉寄|轉發|転送|전달|chuyển tiếp|trs|terusan");

    /// <summary>Marks that say "answered".</summary>
    public static readonly FrozenSet<string> Reply = Fold(
        "re|aw|sv|ref|rif|res|resp|rép|odp|antw|antwort|ynt|yanıt|vá|válasz|r|ha|на|отв|ответ|відп|відповідь|atb|ats|vast|vastaus|odpowiedź|odpověď|odpoveď|odg|απ|απάντηση|回复|回覆|答复|答覆|返信|回信|답장|회신|trả lời|bls|balas");

    private static FrozenSet<string> Fold(string words) => words.Split('|').Select(word => Folded.Of(word)).ToFrozenSet(StringComparer.Ordinal);
}
