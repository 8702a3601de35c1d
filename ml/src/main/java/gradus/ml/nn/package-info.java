/// Networks: layers, losses, optimisers and the training loop.
package gradus.ml.nn;
