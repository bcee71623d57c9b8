using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Proposals;

/// <summary>An effect as an agent proposes it, before the kernel gives it an id and fixes its bytes.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Arguments">The arguments as one JSON object, such as a serialized <c>EmailSendArguments</c>.</param>
public sealed record EffectDraft(EffectKind Kind, string Arguments);
