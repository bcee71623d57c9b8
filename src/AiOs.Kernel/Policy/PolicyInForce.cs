using AiOs.Contracts.Approvals;
using AiOs.Contracts.Json;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Policy;

/// <summary>The policy that decides, with its version.</summary>
/// <param name="Version">How it is cited: <c>policy/main@3</c>.</param>
/// <param name="Document">The compiled policy.</param>
internal sealed record PolicyInForce(string Version, PolicyDocument Document)
{
    /// <summary>The caps on business money.</summary>
    public IReadOnlyList<CapLine> SpendingCaps { get; } = LinesOf(Document.Caps, CapScope.Spending);

    /// <summary>The caps on model money.</summary>
    public IReadOnlyList<CapLine> ModelCaps { get; } = LinesOf(Document.Caps, CapScope.Model);

    public IReadOnlyList<LadderRung> LadderFrom(DateTimeOffset asked) =>
        [.. Document.Escalation.Select(step => new LadderRung(KebabEnumConverter<EscalationWay>.ToText(step.By), asked + step.After))];

    public bool IsQuiet(DateTimeOffset local) => Document.QuietHours?.Contains(TimeOnly.FromDateTime(local.DateTime)) is true;

    private static CapLine[] LinesOf(Caps caps, CapScope scope) =>
        [.. caps.All.Where(cap => cap.Scope == scope).Select(cap => new CapLine(NameOf(cap), cap.Name, cap.Period, cap.Limit))];

    private static string NameOf(Cap cap) =>
        $"{KebabEnumConverter<CapScope>.ToText(cap.Scope)}/{cap.Name ?? "any"}/{KebabEnumConverter<CapPeriod>.ToText(cap.Period)}";
}
