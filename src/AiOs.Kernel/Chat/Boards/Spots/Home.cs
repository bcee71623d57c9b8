namespace AiOs.Kernel.Chat.Boards.Spots;

/// <summary>Where a paired person is written to.</summary>
/// <param name="Place">The place.</param>
/// <param name="Person">The short name of the person.</param>
internal sealed record Home(string Place, string Person);
