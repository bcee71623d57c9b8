namespace AiOs.Connectors.Email.Forwards.Words;

/// <summary>What mail programs write above a mail that they quote.</summary>
internal static class MarkWords
{
    /// <summary>The beginnings of words that say "forwarded".</summary>
    private static readonly string[] Stems = Fold(
        "forward|fwd|weitergeleit|transfer|transfér|transmis|réexpéd|fait suivre|reenvia|reexpedi|reencaminh|encaminh|inoltr|doorgestuur|doorgezon|videresend|videresen|vidarebeford|välitet|edelleenläh|edasta|" +
        "przekaz|przesła|přeposl|přepos|preposl|posredova|proslijed|proslijeđ|prosleđ|prosled|továbbít|redirec|переслан|пересыл|перенаправ|переадрес|пересла|надісланого далі|iletil|yönlendir|ilet|προωθ|" +
        "препрат|persiųs|persiunt|pārsūt|проследј|прослеђ|reenviat|転送|전달|转发|轉寄|轉發|chuyển tiếp|diteruskan|terusan");

    /// <summary>How a line begins that only introduces a forwarded mail: "Begin …", "Start of …".</summary>
    private static readonly string[] Begins = Fold(
        "begin|beginning|start|anfang|beginn|début|inicio|início|inizio|start på|starten|början|alku|algus|początek|započet|začátek|začiatok|začetek|početak|kezdete|începe|început|начало|початок|başlangıç|αρχή|pradžia|sākums|почетак|inici|以下|开始|開始|awal|bắt đầu");

    /// <summary>What is forwarded: "message", "mail".</summary>
    private static readonly string[] Nouns = Fold(
        "message|mail|e-mail|email|mejl|nachricht|courriel|mensaje|mensagem|messaggio|missatge|bericht|besked|meddelelse|meddelande|melding|viesti|kiri|sõnum|wiadomoś|zpráv|správ|sporočil|poruk|üzenet|levél|mesaj|сообщени|письм|повідомлен|лист|" +
        "съобщени|порук|ileti|posta|μήνυμα|laišk|žinut|ziņ|vēstul|メッセージ|メール|메시지|메일|邮件|郵件|thư|tin nhắn|pesan");

    /// <summary>What stands between dashes above any quoted mail, forwarded or answered.</summary>
    private static readonly string[] Quotes = Fold(
        "original message|original mail|original e-mail|original email|original appointment|ursprüngliche nachricht|ursprungliche nachricht|originalnachricht|original-nachricht|original nachricht|message d'origine|message original|message initial|" +
        "mensaje original|mensagem original|messaggio originale|messaggio iniziale|oorspronkelijk bericht|origineel bericht|oprindelig meddelelse|oprindelig besked|originalmeddelelse|opprinnelig melding|opprinnelig meddelelse|" +
        "ursprungligt meddelande|originalmeddelande|alkuperäinen viesti|algne kiri|algne sõnum|algne teade|oryginalna wiadomość|wiadomość oryginalna|wiadomość pierwotna|původní zpráva|původní e-mail|pôvodná správa|eredeti üzenet|eredeti levél|" +
        "mesaj original|mesajul original|izvorna poruka|originalna poruka|izvirno sporočilo|исходное сообщение|оригинальное сообщение|первоначальное сообщение|оригінальне повідомлення|вихідне повідомлення|özgün ileti|orijinal mesaj|orjinal mesaj|asıl ileti|" +
        "αρχικό μήνυμα|оригинално съобщение|originalus laiškas|pradinis laiškas|sākotnējais ziņojums|оригинална порука|missatge original|元のメッセージ|オリジナルメッセージ|원본 메시지|원본 메일|원본메세지|原始邮件|原始郵件|原邮件|thư gốc|tin nhắn gốc|pesan asli");

    /// <summary>Whether folded words say "forwarded".</summary>
    public static bool SayForwarded(string folded) => Array.Exists(Stems, stem => At(folded, stem) >= 0);

    /// <summary>Whether folded words say that a quoted mail follows.</summary>
    public static bool SayQuoted(string folded) => Array.Exists(Quotes, known => folded.StartsWith(known, StringComparison.Ordinal));

    /// <summary>Whether folded words, alone on a line, can only introduce a forwarded mail: "Begin forwarded message", "Forwarded message".</summary>
    public static bool Introduce(string folded)
    {
        if (!ShortTitle(folded) || !SayForwarded(folded)) return false;
        // "Forward this message:" is somebody's own words.
        if (folded.Contains("forward", StringComparison.Ordinal) && !folded.Contains("forwarded", StringComparison.Ordinal)) return false;
        return Begun(folded) || Array.Exists(Nouns, noun => At(folded, noun) >= 0);
    }

    /// <summary>Whether folded words may be a title that a program wrote, in whatever language.</summary>
    public static bool ShortTitle(string folded) =>
        folded.Length is > 2 and <= 60 && folded.Count(c => c == ' ') <= 5 && folded.AsSpan().IndexOfAnyInRange('0', '9') < 0 && !folded.Contains('@', StringComparison.Ordinal);

    private static bool Begun(string folded) => Array.Exists(Begins, begin => folded.StartsWith(begin, StringComparison.Ordinal) || folded.Contains($" {begin}", StringComparison.Ordinal));

    /// <summary>Where a stem begins a word; scripts without spaces have no word's begin.</summary>
    private static int At(string folded, string stem)
    {
        for (var at = folded.IndexOf(stem, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(stem, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || stem[0] >= '\u2e80' || !char.IsLetter(folded[at - 1])) return at;
        }

        return -1;
    }

    private static string[] Fold(string words) => [.. words.Split('|').Select(word => Folded.Of(word)).Distinct()];
}
