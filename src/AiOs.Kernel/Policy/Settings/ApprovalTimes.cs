namespace AiOs.Kernel.Policy.Settings;

/// <summary>How long things take around an approval.</summary>
/// <param name="ExpireAfter">After this without an answer it is a no.</param>
/// <param name="CoolOff">How long tier 3 waits before it takes a yes in the same channel.</param>
/// <param name="UndoFor">How long an undo is offered.</param>
internal sealed record ApprovalTimes(TimeSpan ExpireAfter, TimeSpan CoolOff, TimeSpan UndoFor)
{
    /// <summary>How long what leaves for good rests after the yes, so that it can still be stopped; zero for not at all.</summary>
    public TimeSpan UndoSend { get; init; }

    public static ApprovalTimes Usual { get; } = new(TimeSpan.FromDays(7), TimeSpan.FromHours(1), TimeSpan.FromHours(24));
}
