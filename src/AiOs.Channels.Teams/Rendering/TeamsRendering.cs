namespace AiOs.Channels.Teams.Rendering;

/// <summary>A card as Adaptive Cards.</summary>
/// <param name="Earlier">What is sent first, whole, where one card of 28 KB cannot hold it.</param>
/// <param name="Last">The card with the buttons; it is replaced later.</param>
/// <param name="ShownWhole">Whether all of it is shown; where not, nothing can be approved or changed from it.</param>
internal sealed record TeamsRendering(IReadOnlyList<string> Earlier, string Last, bool ShownWhole);
