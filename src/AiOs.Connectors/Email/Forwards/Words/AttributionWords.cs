using System.Collections.Frozen;

namespace AiOs.Connectors.Email.Forwards.Words;

/// <summary>The words of the line above a quoted answer, and of a sender who writes for another.</summary>
internal static class AttributionWords
{
    /// <summary>Words that say "wrote", folded, each a word or the words of one.</summary>
    private static readonly FrozenSet<string> Wrote = Fold(
        "wrote|writes|schrieb|geschrieben|écrit|ecrit|escribió|escrito|escreveu|scritto|scrisse|schreef|geschreven|skrev|kirjoitti|kirjutas|kirjutanud|napisał|napisał(a)|napisała|pisze|napsal|napsal(a)|napsala|napísal|napísal(a)|napísala|" +
        "napisao|napisala|napisao/la|napisal|napisal/a|írta|scris|написал|написал(а)|написала|написав|написав(ла)|пише|писал|писал(а)|пишет|yazdı|yazmış|έγραψε|написа|rašė|parašė|rakstīja|писао|escrigué|viết|menulis");

    /// <summary>Words that stand between date and name and are part of neither.</summary>
    private static readonly FrozenSet<string> Fillers = Fold(
        "schrieb|heeft|skrev|a|om|um|at|à|às|o|u|v|kl|kl.|klo|uhr|ore|ora|alle|den|el|le|il|giorno|dne|dňa|dnia|w|dniu|użytkownik|uživatel|používateľ|utilizatorul|utilizador|usuario|usuário|utilisateur|utente|gebruiker|bruker|" +
        "пользователь|користувач|потребител|korisnik|uporabnik|kullanıcı|felhasználó|käyttäjä|kasutaja|χρήστης|a(z)|az|på|am|pm|a.m.|p.m.|г.|г|р.|р|в|о|од|від|от|de|da|by|from|von|van|fra|från|utc|gmt|cet|cest|est|edt|eet|eest|msk|ó|h|год.|ч.");

    /// <summary>What stands between the sender and whom they wrote for.</summary>
    private static readonly string[] OnBehalf =
    [
        " on behalf of ", " im auftrag von ", " im namen von ", " de la part de ", " au nom de ", " en nombre de ", " em nome de ", " por conta de ", " per conto di ", " a nome di ", " namens ", " w imieniu ", " на имя ", " от имени ", " від імені ",
        " på vegne af ", " på vegne av ", " på uppdrag av ", " puolesta ", " nimel ", " jménem ", " v mene ", " u ime ", " v imenu ", " nevében ", " în numele ", " adına ", " εκ μέρους ", " от името на ", " en nom de ", "代理", " を代理して ",
    ];

    private static readonly string[] Unspaced = ["写道", "寫道", "のメール", "のメッセージ", "が書きました", "작성", "님이"];

    /// <summary>Whether a line says that somebody wrote.</summary>
    public static bool SayWrote(string text) =>
        Array.Exists(Unspaced, word => text.Contains(word, StringComparison.Ordinal))
        || text.Split([' ', ',', ':', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).Any(word => Wrote.Contains(Folded.Of(word)));

    /// <summary>Whether a word is no part of a name, where it stands before one.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(Folded.Of(word)) || Wrote.Contains(Folded.Of(word));

    /// <summary>A sender line without the one they wrote for.</summary>
    public static string BeforeOnBehalf(string value)
    {
        foreach (var words in OnBehalf)
        {
            var cut = value.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            if (cut > 0) return value[..cut];
        }

        return value;
    }

    private static FrozenSet<string> Fold(string words) => words.Split('|').Select(word => Folded.Of(word)).ToFrozenSet(StringComparer.Ordinal);
}
