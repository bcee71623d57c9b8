using System.Text.Json.Serialization;

namespace AiOs.Kernel.Chat.Boards.Entries;

/// <summary>How an entry is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CardEntry))]
internal sealed partial class EntryJson : JsonSerializerContext;
