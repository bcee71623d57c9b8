using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Forgetting;

/// <summary>What is forgotten, for those who keep copies of it.</summary>
/// <param name="Streams">The streams.</param>
/// <param name="Effects">Every effect that was ever proposed in them.</param>
/// <param name="Names">Whether a text names the person by an address.</param>
public sealed record ForgottenSubject(IReadOnlyList<StreamId> Streams, IReadOnlyCollection<EffectId> Effects, Func<string, bool> Names);
