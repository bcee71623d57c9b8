using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Proposals;

/// <summary>The arguments of <c>note.withdraw</c>: one note that no longer counts. It stays in the journal.</summary>
/// <param name="Note">The effect that kept it.</param>
/// <param name="Title">What it is about.</param>
public sealed record NoteWithdrawArguments(EffectId Note, string Title);
