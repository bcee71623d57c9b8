using System.Globalization;
using AiOs.Bot.Composition;
using Serilog;
using Serilog.Events;

namespace AiOs.Bot.Hosting;

/// <summary>Diagnostics: ids and counts into a file, warnings to standard error. They may be lost; the journal may not.</summary>
internal static class Diagnostics
{
    private const long LargestFile = 10 * 1024 * 1024;

    public static void Add(IServiceCollection services, HostPlaces places) => services.AddLogging(logging =>
    {
        logging.ClearProviders();
        logging.AddSerilog(Make(places), dispose: true);
    });

    private static Serilog.Core.Logger Make(HostPlaces places) => new LoggerConfiguration()
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Warning)
        .WriteTo.Logger(
            console => console.Filter.ByExcluding(IsTold)
                .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose, outputTemplate: "{Level:u4} {Message:lj}{NewLine}"),
            LogEventLevel.Warning)
        .WriteTo.File(
            Path.Combine(places.Logs, "aios-.log"),
            formatProvider: CultureInfo.InvariantCulture,
            rollingInterval: RollingInterval.Day,
            fileSizeLimitBytes: LargestFile,
            rollOnFileSizeLimit: true,
            retainedFileCountLimit: 14)
        .CreateLogger();

    /// <summary>What ends the start is told in a sentence of our own.</summary>
    private static bool IsTold(LogEvent entry) => entry.MessageTemplate.Text == "Hosting failed to start";
}
