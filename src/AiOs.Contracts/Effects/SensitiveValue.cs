namespace AiOs.Contracts.Effects;

/// <summary>One value of an effect that the kernel looks up before anything is decided.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Which argument holds it, such as <c>to</c>.</param>
/// <param name="Value">
/// The value in the form in which it is compared: addresses and hosts in lower case, accounts without blanks, amounts as <c>Money.ToString</c>, days as <c>2026-11-24</c>.
/// </param>
public sealed record SensitiveValue(SensitiveKind Kind, string Name, string Value);
