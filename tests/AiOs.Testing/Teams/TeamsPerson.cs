namespace AiOs.Testing.Teams;

/// <summary>A person in a tenant.</summary>
/// <param name="Id">Their id in the bot's eyes, <c>29:…</c>.</param>
/// <param name="ObjectId">Their immutable id in the directory.</param>
/// <param name="Name">The name shown, which proves nothing.</param>
public sealed record TeamsPerson(string Id, string ObjectId, string Name);
