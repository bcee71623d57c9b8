using Microsoft.Extensions.Options;

namespace AiOs.Storage.Sqlite;

/// <summary>Checks what the annotations of <see cref="SqliteOptions"/> say.</summary>
[OptionsValidator]
public sealed partial class SqliteOptionsValidator : IValidateOptions<SqliteOptions>;
