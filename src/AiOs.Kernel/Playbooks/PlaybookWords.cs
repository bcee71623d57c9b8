namespace AiOs.Kernel.Playbooks;

/// <summary>What of a playbook stands on cards and in lists.</summary>
internal static class PlaybookWords
{
    public static string Trigger(PlaybookDocument document)
    {
        var words = document.Words.Count > 0 ? "you say \"" + string.Join("\" or \"", document.Words) + "\"" : null;
        var clock = document.Cron is { } cron ? $"by the clock ({cron})" : null;
        return words is null && clock is null ? "only /playbook run starts it" : string.Join("; ", new[] { clock, words }.OfType<string>());
    }

    public static string Run(PlaybookDocument document, string? subject) => subject is null ? document.Title : $"{document.Title}, for {subject}";
}
