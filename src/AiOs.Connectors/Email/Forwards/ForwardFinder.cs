namespace AiOs.Connectors.Email.Forwards;

/// <summary>
/// Finds the forwarded mail in a text, as mail programs write it. The topmost sign decides. Where a text could as well be an answer
/// with the quoted mail below, the subject's first mark decides, and an answer stays an answer.
/// </summary>
internal static class ForwardFinder
{
    /// <summary>Takes a text apart; nothing where it is no forward. Linear in the text.</summary>
    /// <param name="text">Plain text with line ends as LF.</param>
    /// <param name="outerSubject">The subject of the mail that carries it, where there is one.</param>
    public static ForwardedMail? Find(string text, string? outerSubject)
    {
        var lines = text.Split('\n');
        var reply = SubjectMarks.IsReply(outerSubject);
        var attributed = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            if (QuotedLines.IsBlank(lines[i])) continue;
            var depth = QuotedLines.Depth(lines[i]);
            if (depth > 0 && (reply || attributed >= 0 || !FirstOfRun(lines, i))) continue;
            var line = QuotedLines.Strip(lines[i], depth);
            if (At(lines, i, depth, line, reply) is { } found)
                return Disputed(Doubted(Built(lines, i, found, outerSubject), line, outerSubject), lines, attributed);
            if (depth > 0 || attributed >= 0 || !IsAttribution(lines, i, reply)) continue;
            if (!SubjectMarks.IsForward(outerSubject)) return null;
            attributed = i;
        }

        return attributed < 0 ? null : Attributed(lines, attributed, outerSubject);
    }

    /// <summary>What may as well be an answer is taken as a forward only with a warning.</summary>
    private static ForwardedMail Doubted(ForwardedMail forward, string sign, string? outerSubject)
    {
        var plain = outerSubject is null || SubjectMarks.IsForward(outerSubject) || ForwardMark.Read(sign)?.Strength >= ForwardMarkStrength.Lead;
        return plain ? forward : forward with
        {
            Warnings = [.. forward.Warnings, "The subject does not say that this was forwarded; it may be an answer with an earlier mail below it."],
        };
    }

    /// <summary>A line above that names another writer leaves open who wrote it: then nobody is named.</summary>
    private static ForwardedMail Disputed(ForwardedMail forward, string[] lines, int attributed)
    {
        if (attributed < 0 || forward.Sender is not { } sender || Attribution.Read(lines, attributed, 0)?.Claims() is not { } claims) return forward;
        return ClaimedAddresses.Sender(claims.From, [])?.Address.Equals(sender.Address, StringComparison.OrdinalIgnoreCase) != false ? forward : forward with
        {
            Sender = null,
            Warnings = [.. forward.Warnings, "The forwarded text names two writers, one inside the other, so none is taken."],
        };
    }

    /// <summary>A line in unknown words directly above a mark of a forward is a note, unless the subject says that this is an answer.</summary>
    private static bool IsAttribution(string[] lines, int at, bool reply) =>
        Attribution.Read(lines, at, 0) is { } line && (line.KnownWords || reply || !MarkBelow(lines, line.End));

    private static HeaderBlock? At(string[] lines, int at, int depth, string line, bool reply)
    {
        if ((ForwardMark.Read(line) ?? (depth > 0 && HeaderLine.Known(line) is null ? ForwardMark.ReadQuotedTitle(line) : null)) is not { } mark)
            return !reply && HeaderLine.Known(line)?.Word == HeaderWord.From && HeaderBlock.Read(lines, at, depth, marked: false) is { StandsAlone: true } bare ? bare : null;
        if (reply && mark.Strength != ForwardMarkStrength.Forward) return null;
        var block = mark.Rest.Length > 0 ? HeaderBlock.ReadRunTogether(mark.Rest, at + 1, depth) : null;
        block ??= HeaderBlock.Read(lines, at + 1, DepthBelow(lines, at, depth), marked: true);
        return mark.Strength switch
        {
            ForwardMarkStrength.Forward => block ?? HeaderBlock.Empty(at + 1, depth),
            ForwardMarkStrength.Rule => block is { StandsAlone: true } ? block : null,
            _ => block is not null && block[HeaderWord.From] is not null && block.Count >= 2 ? block : null,
        };
    }

    /// <summary>Some programs quote what stands below the mark and not the mark itself.</summary>
    private static int DepthBelow(string[] lines, int at, int depth)
    {
        var next = at + 1;
        while (next < lines.Length && QuotedLines.IsBlank(lines[next])) next++;
        return next == lines.Length ? depth : Math.Max(depth, QuotedLines.Depth(lines[next]));
    }

    private static ForwardedMail Built(string[] lines, int at, HeaderBlock block, string? outerSubject)
    {
        var warnings = new List<string>();
        string[] body = [.. lines.Skip(block.End).Select(line => QuotedLines.Strip(line, block.Depth))];
        if (block.Depth == 0 && QuotesAll(body)) body = QuotedLines.Outdent(body);
        return new ForwardedMail
        {
            Note = Note(lines, at),
            Sender = ClaimedAddresses.Sender(block[HeaderWord.From], warnings),
            To = ClaimedAddresses.List(block[HeaderWord.To]),
            Copy = ClaimedAddresses.List(block[HeaderWord.Copy]),
            Subject = SubjectMarks.WithoutForward(block[HeaderWord.Subject] ?? outerSubject),
            DateText = block[HeaderWord.Date],
            Body = QuotedLines.Join(body, 0, body.Length),
            Warnings = warnings,
        };
    }

    private static ForwardedMail? Attributed(string[] lines, int at, string? outerSubject)
    {
        if (Attribution.Read(lines, at, 0) is not { } attribution || attribution.Claims() is not { } claims) return null;
        var warnings = new List<string>();
        var body = QuotedLines.Outdent(lines[attribution.End..]);
        return new ForwardedMail
        {
            Note = Note(lines, at),
            Sender = ClaimedAddresses.Sender(claims.From, warnings),
            Subject = SubjectMarks.WithoutForward(outerSubject),
            DateText = claims.Date,
            Body = QuotedLines.Join(body, 0, body.Length),
            Warnings = warnings,
        };
    }

    private static string? Note(string[] lines, int at)
    {
        var end = at;
        while (end > 0 && QuotedLines.IsBlank(lines[end - 1])) end--;
        if (end > 0 && ForwardMark.Read(lines[end - 1]) is { Rest.Length: 0 }) end--;
        var note = QuotedLines.Join(lines, 0, end);
        return note.Length == 0 ? null : note;
    }

    private static bool QuotesAll(string[] body) =>
        body.Any(line => QuotedLines.Depth(line) > 0) && body.All(line => QuotedLines.IsBlank(line) || QuotedLines.Depth(line) > 0);

    /// <summary>Whether nothing but blank quoted lines stands above it in the same quotation.</summary>
    private static bool FirstOfRun(string[] lines, int at)
    {
        for (var i = at - 1; i >= 0 && i > at - 5; i--)
        {
            var depth = QuotedLines.Depth(lines[i]);
            if (depth == 0) return true;
            if (!QuotedLines.IsBlank(QuotedLines.Strip(lines[i], depth))) return false;
        }

        return at < 5;
    }

    private static bool MarkBelow(string[] lines, int at)
    {
        while (at < lines.Length && QuotedLines.IsBlank(QuotedLines.Strip(lines[at], QuotedLines.Depth(lines[at])))) at++;
        return at < lines.Length && ForwardMark.Read(QuotedLines.Strip(lines[at], QuotedLines.Depth(lines[at]))) is { Strength: not ForwardMarkStrength.Rule };
    }
}
