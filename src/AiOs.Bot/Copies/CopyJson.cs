using System.Text.Json.Serialization;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Restoring;

namespace AiOs.Bot.Copies;

/// <summary>How the small files about copies are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KnownCopy))]
[JsonSerializable(typeof(RestoreMark))]
[JsonSerializable(typeof(BackupNote))]
internal sealed partial class CopyJson : JsonSerializerContext;
