using System.Text.Json.Serialization;

namespace AiOs.Bot.Verbs;

/// <summary>How verbs go over the socket.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VerbRequest))]
[JsonSerializable(typeof(VerbResult))]
internal sealed partial class VerbJson : JsonSerializerContext;
