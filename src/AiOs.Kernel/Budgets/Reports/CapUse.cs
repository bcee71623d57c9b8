using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Budgets.Reports;

/// <summary>How far a cap is used.</summary>
/// <param name="Cap">The cap.</param>
/// <param name="Used">What is spent or reserved.</param>
/// <param name="Exceeded">Whether that is more than the cap: something happened late, or the cap was lowered.</param>
internal sealed record CapUse(CapLine Cap, Money Used, bool Exceeded);
