using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake.Rules;

/// <summary>One strong hint at a category.</summary>
/// <param name="Category">The category it speaks for.</param>
/// <param name="Weight">How strongly, as the logarithm of odds; below zero it speaks against.</param>
/// <param name="Reason">Why, for the operator.</param>
internal readonly record struct Signal(Category Category, double Weight, string Reason);
