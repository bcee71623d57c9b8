using AiOs.Evaluation;
using AiOs.Evaluation.Parts.Injection.Hosts;

if (args is [TestHost.Word, var kind, .. var rest])
{
    return await TestHost.RunAsync(kind, rest);
}

if (EvaluationOptions.Parse(args, out var wrong) is not { } options)
{
    await Console.Error.WriteLineAsync($"{wrong}\n{EvaluationOptions.Usage}");
    return 2;
}

using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(60));
return await new EvaluationRun(options, Console.Out, Console.Error).RunAsync(stop.Token);
