using System.Text.Json.Serialization;

namespace AiOs.Channels.Teams.Places;

/// <summary>References as text; generated.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlaceReference))]
internal sealed partial class PlaceJson : JsonSerializerContext;
