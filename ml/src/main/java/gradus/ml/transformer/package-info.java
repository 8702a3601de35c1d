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
/// A [gradus.ml.transformer.Gpt] is trained like any [gradus.ml.nn.Module].
package gradus.ml.transformer;
