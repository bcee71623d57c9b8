using System.Text.Json.Serialization;

namespace AiOs.Storage.Sqlite.Knowledge;

/// <summary>How lists of names are kept and handed to SQLite.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>), TypeInfoPropertyName = "Names")]
internal sealed partial class SubjectsJson : JsonSerializerContext;
