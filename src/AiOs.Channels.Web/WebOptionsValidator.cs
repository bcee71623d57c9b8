using Microsoft.Extensions.Options;

namespace AiOs.Channels.Web;

/// <summary>Checks <see cref="WebOptions"/> by their annotations; generated.</summary>
[OptionsValidator]
public sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;
