namespace AiOs.Kernel.Policy.Judging;

/// <summary>A least answer of the kernel's own, which no policy can lower.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Sentence">Why, for people.</param>
/// <param name="AtLeast">The least answer.</param>
/// <param name="Unless">What would have had to be different, as a clause; nothing where the floor always holds.</param>
internal sealed record Floor(string Rule, string Sentence, PolicyAnswer AtLeast, string? Unless);
