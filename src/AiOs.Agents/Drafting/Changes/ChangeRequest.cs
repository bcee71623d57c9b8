namespace AiOs.Agents.Drafting.Changes;

/// <summary>What the operator wants changed in a draft.</summary>
internal abstract record ChangeRequest
{
    private ChangeRequest()
    {
    }

    public sealed record Shorter : ChangeRequest;

    public sealed record Say(string Text) : ChangeRequest;

    public sealed record SetSubject(string Text) : ChangeRequest;

    public sealed record SendTo(string Address) : ChangeRequest;

    public sealed record Replace(string Old, string New) : ChangeRequest;

    public sealed record Remove(string Text) : ChangeRequest;

    /// <summary>A whole new body, in the operator's words.</summary>
    public sealed record NewText(string Text) : ChangeRequest;

    /// <summary>Not understood.</summary>
    /// <param name="Words">The words.</param>
    /// <param name="IsInstruction">Whether they tell what to do, rather than being words for the mail.</param>
    public sealed record Unclear(string Words, bool IsInstruction) : ChangeRequest;
}
