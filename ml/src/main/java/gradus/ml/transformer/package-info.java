/// Generative transformer (GPT): an autoregressive language model that generates text.
///
/// Read in this order:
///
/// 1. [gradus.ml.transformer.CharacterTokeniser] turns text into tokens, integers from 0, one for each
///    character.
/// 2. [gradus.ml.transformer.Corpus] cuts a token sequence into windows to train on.
/// 3. [gradus.ml.transformer.Block]: self-attention and an MLP; the model is a stack of blocks.
/// 4. [gradus.ml.transformer.Gpt], the model: embeddings, blocks and the output head.
/// 5. [gradus.ml.transformer.TokenSampler] draws the next token, with temperature and top-k.
///
/// A [gradus.ml.transformer.Gpt] is trained like any [gradus.ml.nn.Module]. On the characters of a novel:
///
/// ```java
/// CharacterTokeniser tokeniser = CharacterTokeniser.of(text);
/// Corpus corpus = Corpus.of(tokeniser.encode(text));
/// Gpt model = Gpt.of(new Gpt.Config(tokeniser.vocabularySize(), CONTEXT, 1, 4, 16, 0), Rng.of(1));
/// Optimiser optimiser = Adam.forTransformers().optimiserFor(model);
/// for (int step = 0; step < STEPS; step++) {
///     tape.reset();
///     tape.backward(model.loss(tape, training.sampleBatch(8, CONTEXT, rng)));
///     optimiser.step(schedule.learningRate(step));
/// }
/// int[] generated = model.generate(tokeniser.encode("Emma "), 60, new TokenSampler(0.8, 20), rng);
/// ```
package gradus.ml.transformer;
