namespace AiOs.Contracts.Intake;

/// <summary>One of several things that a message asks for: a stretch of its own text, never other words.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units from the start of the message's text.</param>
/// <param name="Length">How long it is; 1 or more.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Confidence">How sure that is.</param>
public sealed record IntentPart(int Start, int Length, Category Category, Confidence Confidence);
