using Microsoft.Extensions.Options;

namespace AiOs.Storage.Mongo;

/// <summary>Checks what the annotations of <see cref="MongoOptions"/> say.</summary>
[OptionsValidator]
public sealed partial class MongoOptionsValidator : IValidateOptions<MongoOptions>;
