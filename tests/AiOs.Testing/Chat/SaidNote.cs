using AiOs.Contracts.Chat;

namespace AiOs.Testing.Chat;

/// <summary>Something that was said in a scripted chat.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">What the chat calls it.</param>
/// <param name="ReplyTo">What it was threaded under.</param>
/// <param name="Note">What was said.</param>
internal sealed record SaidNote(string Place, string Message, string? ReplyTo, ChatNote Note);
