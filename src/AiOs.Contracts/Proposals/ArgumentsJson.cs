using System.Text.Json.Serialization;
using AiOs.Contracts.Json;
using AiOs.Contracts.Proposals.Splits;

namespace AiOs.Contracts.Proposals;

/// <summary>How the arguments of the built-in effect kinds are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(EmailSendArguments))]
[JsonSerializable(typeof(RecordWriteArguments))]
[JsonSerializable(typeof(RecordMergeArguments))]
[JsonSerializable(typeof(NoteKeepArguments))]
[JsonSerializable(typeof(NoteWithdrawArguments))]
[JsonSerializable(typeof(PolicyChangeArguments))]
[JsonSerializable(typeof(JobRunArguments))]
[JsonSerializable(typeof(PlaybookStartArguments))]
[JsonSerializable(typeof(PlaybookChangeArguments))]
[JsonSerializable(typeof(WorkSplitArguments))]
public sealed partial class ArgumentsJson : JsonSerializerContext;
