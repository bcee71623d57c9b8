namespace AiOs.Contracts.Proposals;

/// <summary>The arguments of <c>note.keep</c>.</summary>
/// <param name="Title">What the note is about, in a few words.</param>
/// <param name="Text">The note.</param>
/// <param name="People">The mail addresses of the people it is about.</param>
public sealed record NoteKeepArguments(string Title, string Text, IReadOnlyList<string> People);
