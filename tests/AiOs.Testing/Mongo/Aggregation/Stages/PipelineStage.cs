namespace AiOs.Testing.Mongo.Aggregation.Stages;

/// <summary>One stage: takes the documents of the one before and gives those for the next.</summary>
/// <param name="flow">The documents, each with its scope.</param>
/// <param name="command">The command's own scope, for documents that the stage makes.</param>
internal delegate IEnumerable<EvalScope> PipelineStage(IEnumerable<EvalScope> flow, EvalScope command);
