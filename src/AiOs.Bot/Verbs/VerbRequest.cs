namespace AiOs.Bot.Verbs;

/// <summary>One verb with all that was given for it; goes over the socket as it is.</summary>
internal sealed record VerbRequest
{
    /// <summary>The largest mail that is taken, in bytes.</summary>
    public const int LargestMail = 25 * 1024 * 1024;

    public required string Verb { get; init; }

    public bool Json { get; init; }

    /// <summary>The file as the caller named it.</summary>
    public string? File { get; init; }

    /// <summary>What stands in it.</summary>
    public byte[]? Content { get; init; }

    public string? WorkItem { get; init; }

    /// <summary>Further work items, where a verb takes several.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>Words to remember or to look for.</summary>
    public string? Text { get; init; }

    /// <summary>What was typed to confirm.</summary>
    public string? Confirm { get; init; }

    /// <summary>A class of autonomy.</summary>
    public string? Class { get; init; }

    /// <summary>What a message really is.</summary>
    public string? Category { get; init; }

    /// <summary>Which correction.</summary>
    public long Number { get; init; }

    public int Days { get; init; }

    /// <summary>A Record's id.</summary>
    public string? Record { get; init; }

    public bool History { get; init; }

    /// <summary>A day or a moment, as it was typed.</summary>
    public string? At { get; init; }

    public string? Digest { get; init; }

    public string? Reason { get; init; }

    /// <summary>A whole path.</summary>
    public string? Folder { get; init; }

    public bool Plain { get; init; }

    public bool Live { get; init; }

    /// <summary>Whether a backup is to hold the workspace key.</summary>
    public bool WithKey { get; init; }

    /// <summary>Whom to forget.</summary>
    public string? Who { get; init; }

    /// <summary>Whether it is really to be done.</summary>
    public bool Yes { get; init; }
}
