namespace AiOs.Channels.Teams.Rendering;

/// <summary>Who gets the card as it is now when they look at it.</summary>
/// <param name="Token">The opaque token that Teams asks with.</param>
/// <param name="Users">Their ids in the bot's eyes (<c>29:…</c>), 60 at most.</param>
internal sealed record TeamsRefresh(string Token, IReadOnlyList<string> Users);
