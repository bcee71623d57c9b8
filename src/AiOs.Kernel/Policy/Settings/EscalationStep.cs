namespace AiOs.Kernel.Policy.Settings;

/// <summary>One rung of the ladder when nobody answers.</summary>
/// <param name="After">Counted from the question.</param>
/// <param name="By">What happens then.</param>
internal sealed record EscalationStep(TimeSpan After, EscalationWay By)
{
    public static IReadOnlyList<EscalationStep> Usual { get; } =
    [
        new(TimeSpan.FromHours(4), EscalationWay.Reminder),
        new(TimeSpan.FromHours(12), EscalationWay.OtherChannel),
        new(TimeSpan.FromHours(24), EscalationWay.Digest),
    ];
}
