using AiOs.Contracts.Intake;

namespace AiOs.Agents.Policies;

/// <summary>A cap as far as it was said.</summary>
/// <param name="Subject">What it holds.</param>
/// <param name="Most">The most; nothing where it was not said, or in money that no cap counts.</param>
/// <param name="Period"><c>day</c>, <c>month</c>, another word for a time, or nothing.</param>
internal sealed record CapWish(CapSubject Subject, Money? Most, string? Period);
