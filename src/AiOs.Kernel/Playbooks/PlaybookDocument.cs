namespace AiOs.Kernel.Playbooks;

/// <summary>A repeatable process as it was read from its text.</summary>
internal sealed record PlaybookDocument
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The operator's words that start it, folded.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>When it starts by the clock; nothing where it does not.</summary>
    public string? Cron { get; init; }

    /// <summary>For which Records it is run, one run each; nothing where it is run for none.</summary>
    public PlaybookSelection? ForEach { get; init; }

    /// <summary>A run ends as soon as one of these holds.</summary>
    public IReadOnlyList<PlaybookCondition> StopWhen { get; init; } = [];

    public required IReadOnlyList<PlaybookStep> Steps { get; init; }
}
