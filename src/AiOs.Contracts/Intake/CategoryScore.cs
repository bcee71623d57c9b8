namespace AiOs.Contracts.Intake;

/// <summary>How likely one category is.</summary>
/// <param name="Category">The category.</param>
/// <param name="Confidence">How sure.</param>
public sealed record CategoryScore(Category Category, Confidence Confidence);
