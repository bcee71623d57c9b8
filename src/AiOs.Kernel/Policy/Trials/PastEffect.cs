using AiOs.Contracts.Approvals;

namespace AiOs.Kernel.Policy.Trials;

/// <summary>An effect that was judged once.</summary>
/// <param name="Case">What the policy saw of it.</param>
/// <param name="Verdict">What it got then.</param>
/// <param name="Decision">What came of it, for people: <c>approved unedited</c>; empty when nobody was asked.</param>
/// <param name="At">When it was judged.</param>
internal sealed record PastEffect(PolicyCase Case, Verdict Verdict, string Decision, DateTimeOffset At);
